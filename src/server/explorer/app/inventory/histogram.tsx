import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { CountFragment } from '../../../../client/index.ts';
import { optionsOf, type Tone } from './histogram-options.ts';
import { useDarkness } from './use-darkness.ts';
import { count } from './words.ts';

interface HistogramProps {
  readonly title: string;
  readonly bars: readonly CountFragment[];
  /** One for each bar. */
  readonly tones: readonly Tone[];
  /** What the bars leave out. */
  readonly note: string;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** Bars to look at and to click; the same numbers as a table for those who hear them. The filters below do the same. */
export function Histogram({ title, bars, tones, note, chosen, onChoose }: HistogramProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ chosen, onChoose });
  const dark = useDarkness();
  latest.current = { chosen, onChoose };
  const key = JSON.stringify([bars, chosen, dark]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all that the picture depends on.
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const pick = (index: number) => {
      const picked = bars[index]?.key ?? null;
      latest.current.onChoose(picked === latest.current.chosen ? null : picked);
    };
    const plot = new uPlot(
      optionsOf({ element, bars, tones, chosen, onPick: pick }),
      [bars.map((_, index) => index), bars.map((bar) => bar.count)],
      element,
    );
    const resized = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [key]);

  return (
    <figure className="panel histogram" aria-label={`By ${title.toLowerCase()}`}>
      <h2>{title}</h2>
      <div className="plot" ref={place} aria-hidden="true" />
      <figcaption>{note}</figcaption>
      <table className="unseen">
        <caption>{title}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td>{count(bar.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
