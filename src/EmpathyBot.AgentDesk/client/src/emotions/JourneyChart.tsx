import { useId } from 'react';
import type { Turn } from '../api/types';
import { useCitations } from '../brief/CitationContext';
import styles from './emotions.module.css';
import { journeyInWords, journeyOf, plot } from './journey';
import { feelingInWords } from './words';

const width = 320;
const height = 56;
const margin = 7;

/** The customer's mood over their messages: above the line is good, below is bad. Pressing a point goes to the message. */
export function JourneyChart({ turns }: { turns: readonly Turn[] }) {
  const { cite, goTo } = useCitations();
  const [titleId, descId] = [useId(), useId()];
  const points = journeyOf(turns);
  // One point is no journey; the brief names that mood already.
  if (points.length < 2) return null;
  const places = plot(points, width, height, margin);
  return (
    <figure className={styles['journey']}>
      <figcaption>Mood</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId} aria-describedby={descId} preserveAspectRatio="none">
        <title id={titleId}>The customer’s mood, message by message</title>
        <desc id={descId}>{journeyInWords(points)}</desc>
        <line className={styles['even']} x1={0} x2={width} y1={height / 2} y2={height / 2} />
        <polyline className={styles['path']} points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      <div className={styles['points']} aria-hidden>
        {points.map((point, index) => (
          <span
            key={point.turnId}
            className={point.valence < 0 ? styles['bad'] : point.valence > 0 ? styles['good'] : styles['neither']}
            style={{ left: `${(places[index]!.x / width) * 100}%`, top: `${(places[index]!.y / height) * 100}%` }}
            title={`Message ${point.place}: ${feelingInWords(point.emotion, point.intensity)}`}
            onMouseEnter={() => cite([point.turnId])}
            onMouseLeave={() => cite([])}
            onClick={() => goTo([point.turnId])}
          />
        ))}
      </div>
      <table className="visually-hidden">
        <caption>The customer’s mood, message by message</caption>
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Mood</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.turnId}>
              <th scope="row">{point.place}</th>
              <td>{feelingInWords(point.emotion, point.intensity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
