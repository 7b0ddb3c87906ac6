import {
  EmojiAngryRegular,
  EmojiLaughRegular,
  EmojiMehRegular,
  EmojiRegular,
  EmojiSadRegular,
  EmojiSadSlightRegular,
  EmojiSmileSlightRegular,
  EmojiSurpriseRegular,
  HeartRegular,
  QuestionCircleRegular,
  WeatherThunderstormRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { plainCode } from './words';

const icons: Record<string, FluentIcon> = {
  anger: EmojiAngryRegular,
  frustration: WeatherThunderstormRegular,
  disappointment: EmojiSadSlightRegular,
  anxiety: EmojiSurpriseRegular,
  confusion: QuestionCircleRegular,
  sadness: EmojiSadRegular,
  gratitude: HeartRegular,
  relief: EmojiSmileSlightRegular,
  joy: EmojiLaughRegular,
  neutral: EmojiMehRegular,
};

/** A picture beside the word; it says nothing alone and is hidden from screen readers. */
export function EmotionIcon({ emotion }: { emotion: string }) {
  const Icon = icons[plainCode(emotion)] ?? EmojiRegular;
  return <Icon aria-hidden fontSize={20} />;
}
