import { ArrowTrendingDownRegular, ArrowTrendingRegular } from '@fluentui/react-icons';
import { EmotionIcon } from './EmotionIcon';
import styles from './emotions.module.css';
import { feelingInWords, plainCode, trendInWords } from './words';

const calm = new Set(['neutral', 'gratitude', 'relief', 'joy']);

interface FeelingProps {
  emotion: string;
  intensity?: number | null;
  trend?: string | null;
}

/** An emotion in words with its icon; colour only underlines what the words say. */
export function Feeling({ emotion, intensity, trend }: FeelingProps) {
  const code = plainCode(emotion);
  const mood = calm.has(code) ? styles['calm'] : (intensity ?? 0) >= 0.5 ? styles['strong'] : styles['mild'];
  return (
    <span className={`${styles['feeling']} ${mood}`}>
      <EmotionIcon emotion={emotion} />
      <span>{feelingInWords(emotion, intensity)}</span>
      {trend && plainCode(trend) !== 'steady' && <Trend trend={trend} />}
    </span>
  );
}

function Trend({ trend }: { trend: string }) {
  const Icon = plainCode(trend) === 'rising' ? ArrowTrendingRegular : ArrowTrendingDownRegular;
  return (
    <span className={styles['trend']}>
      <Icon aria-hidden />
      {trendInWords(trend)}
    </span>
  );
}
