/** The product's mark. Decorative unless it is the only content of a link: then pass `label`. */
export function Mark({ label }: { label?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-[26px] fill-accent"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d="M2 17.2h11.6l3-4.4H5z" />
      <path d="M6.4 10.8H18l3-4.4H9.4z" opacity=".55" />
    </svg>
  );
}
