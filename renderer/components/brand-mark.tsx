/** The product's mark: a key in a ring that is partly lived. */
import './brand-mark.css';

export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg
      className="brand-mark"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 32 32"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle className="brand-mark-track" cx="16" cy="16" r="13" />
      <path className="brand-mark-arc" d="M16 3a13 13 0 1 1-11.3 6.6" />
      <circle className="brand-mark-key" cx="12.6" cy="19.4" r="3.4" />
      <path className="brand-mark-key" d="m15.1 16.9 6.4-6.4m-2.6 2.6 2.3 2.3" />
    </svg>
  );
}
