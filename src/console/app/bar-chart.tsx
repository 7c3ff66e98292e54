interface BarChartProps {
  readonly title: string;
  /** What stands along the foot, and what is counted */
  readonly heads: readonly [string, string];
  readonly bars: readonly Bar[];
}

interface Bar {
  readonly key: string;
  /** As it is read out */
  readonly label: string;
  /** Under the bar; empty where there is no room for every one */
  readonly short: string;
  readonly value: number;
  /** The value in short, over the bar where there is room */
  readonly text: string;
  /** The value as it is read out, where that differs */
  readonly spoken?: string;
}

const HEIGHT = 96;
const WIDTH = 336;
/** With more bars than this their values are not written over them. */
const MOST_WRITTEN = 8;

/** Upright bars to look at, and the same as a table for those who listen. */
export function BarChart({ title, heads, bars }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / bars.length;
  const width = step * (bars.length > MOST_WRITTEN ? 0.7 : 0.55);
  return (
    <figure>
      <figcaption className="mb-1 font-semibold text-sm">{title}</figcaption>
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT + 36}`} className="w-full max-w-xl">
        <line x1="0" x2={WIDTH} y1={HEIGHT + 18} y2={HEIGHT + 18} className="stroke-line" strokeWidth="1" />
        {bars.map((bar, index) => {
          const height = (bar.value / most) * HEIGHT;
          const middle = (index + 0.5) * step;
          return (
            <g key={bar.key}>
              <rect
                x={middle - width / 2}
                y={HEIGHT + 18 - height}
                width={width}
                height={height}
                rx="2"
                className="fill-brand"
              />
              {bars.length <= MOST_WRITTEN && bar.value > 0 && (
                <text x={middle} y={HEIGHT + 13 - height} textAnchor="middle" className="fill-ink text-[11px]">
                  {bar.text}
                </text>
              )}
              <text x={middle} y={HEIGHT + 32} textAnchor="middle" className="fill-soft text-[11px]">
                {bar.short}
              </text>
            </g>
          );
        })}
      </svg>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, text, spoken }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{spoken ?? text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
