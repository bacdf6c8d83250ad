import { useT } from '#/features/i18n/use-t.ts';

interface LiveRowProps {
  name: string;
  units: number;
  figure: string;
  detail: string;
  time: string;
}

/** A cart or an order: what, how much, where it stands, since when. */
export function LiveRow({ name, units, figure, detail, time }: LiveRowProps) {
  const t = useT();
  return (
    <li className="live-row">
      <span title={name}>
        {name}
        {units > 1 ? <span className="text-ink-3"> × {t.number(units)}</span> : null}
      </span>
      <b>{figure}</b>
      <small>{detail}</small>
      <small>{time}</small>
    </li>
  );
}
