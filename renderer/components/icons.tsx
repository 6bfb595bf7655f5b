/** The window's icons, drawn on a grid of 16 with one stroke. They are decoration: what they mean stands beside them in words. */
import type { ReactNode } from 'react';
import type { IconName } from './icon-name.ts';

const drawings: Readonly<Record<IconName, ReactNode>> = {
  add: <path d="M8 3v10M3 8h10" />,
  alert: <path d="M8 2.2 14.3 13H1.7L8 2.2Zm0 4.3v3M8 11.3v.01" />,
  back: <path d="M10 3 5 8l5 5" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  chevron: <path d="m4.5 6.3 3.5 3.5 3.5-3.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  close: <path d="m4 4 8 8m0-8-8 8" />,
  compare: <path d="M2.5 3h4v10h-4V3Zm7 0h4v10h-4V3ZM4.5 6v.01M11.5 6v4" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.6" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </>
  ),
  edit: <path d="m10.8 2.9 2.3 2.3-7.6 7.6-3 .7.7-3 7.6-7.6Z" />,
  export: <path d="M8 10V2.5M4.8 5.7 8 2.5l3.2 3.2M2.5 9.5V12A1.5 1.5 0 0 0 4 13.5h8a1.5 1.5 0 0 0 1.5-1.5V9.5" />,
  eye: (
    <>
      <path d="M1.6 8S3.9 3.6 8 3.6 14.4 8 14.4 8 12.1 12.4 8 12.4 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  eyeOff: (
    <>
      <path d="M6.3 3.8A6.6 6.6 0 0 1 8 3.6c4.1 0 6.4 4.4 6.4 4.4a11 11 0 0 1-1.7 2.2M4.2 4.8A10.6 10.6 0 0 0 1.6 8S3.9 12.4 8 12.4a6.3 6.3 0 0 0 3.6-1.1" />
      <path d="m2.5 2.5 11 11" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  flask: <path d="M6.2 2.2h3.6M6.8 2.2v4L2.9 12.4A1 1 0 0 0 3.8 14h8.4a1 1 0 0 0 .9-1.6L9.2 6.2v-4M4.6 10h6.8" />,
  import: <path d="M8 2.5V10M4.8 6.8 8 10l3.2-3.2M2.5 9.5V12A1.5 1.5 0 0 0 4 13.5h8a1.5 1.5 0 0 0 1.5-1.5V9.5" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5.2v.01" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.9" />
      <path d="m7.3 8.7 6-6m-2 2 1.7 1.7M9.4 6.6l1.2 1.2" />
    </>
  ),
  link: (
    <path d="M9 3h4v4M13 3 7.5 8.5M6.5 3.5h-2A1.5 1.5 0 0 0 3 5v6.5A1.5 1.5 0 0 0 4.5 13H11a1.5 1.5 0 0 0 1.5-1.5v-2" />
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
      <path d="M5.2 7V5.1a2.8 2.8 0 0 1 5.6 0V7" />
    </>
  ),
  more: <path strokeWidth="2.2" d="M3.5 8v.01M8 8v.01M12.5 8v.01" />,
  offline: (
    <path d="M2 2l12 12M1.8 6.2A9 9 0 0 1 4.7 4.4M14.2 6.2A9 9 0 0 0 6.8 3.6M4.2 8.8a5.4 5.4 0 0 1 2.5-1.4M11.8 8.8l-.6-.5M8 12.2v.01" />
  ),
  paste: (
    <path d="M5.8 3.4H4.6A1.4 1.4 0 0 0 3.2 4.8v7.6a1.4 1.4 0 0 0 1.4 1.4h6.8a1.4 1.4 0 0 0 1.4-1.4V4.8a1.4 1.4 0 0 0-1.4-1.4h-1.2M6.6 2.2h2.8a.8.8 0 0 1 .8.8v.8a.8.8 0 0 1-.8.8H6.6a.8.8 0 0 1-.8-.8V3a.8.8 0 0 1 .8-.8Z" />
  ),
  person: (
    <>
      <circle cx="8" cy="5.3" r="2.7" />
      <path d="M2.8 13.6a5.3 5.3 0 0 1 10.4 0" />
    </>
  ),
  pin: <path d="M6 2.5h4M6.6 2.5v4L4.5 9.2v.8h7v-.8L9.4 6.5v-4M8 10v3.8" />,
  quit: <path d="M8 2v5.5M4.6 4.2a5.4 5.4 0 1 0 6.8 0" />,
  refresh: <path d="M13.2 3v3.2H10M2.8 13V9.8H6M12.8 6.2A5.2 5.2 0 0 0 3.6 5M3.2 9.8a5.2 5.2 0 0 0 9.2 1.2" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.3 10.3 3.4 3.4" />
    </>
  ),
  settings: <path d="M2.5 4.5h6m3.5 0h1.5M2.5 11.5H4m3.5 0h6M10.2 2.8v3.4M5.8 9.8v3.4" />,
  sort: <path d="M5 13V3.2M2.7 5.4 5 3.1l2.3 2.3M11 3v9.8m-2.3-2.2L11 12.9l2.3-2.3" />,
  star: <path d="m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6L8 2.2Z" />,
  tag: (
    <>
      <path d="M2.5 7.6V3.5a1 1 0 0 1 1-1h4.1l6 6a1 1 0 0 1 0 1.4l-3.7 3.7a1 1 0 0 1-1.4 0l-6-6Z" />
      <path d="M5.4 5.4v.01" />
    </>
  ),
  trash: (
    <path d="M2.8 4.4h10.4M6.2 4.2V2.6h3.6v1.6M4.2 4.6l.6 8a1 1 0 0 0 1 .9h4.4a1 1 0 0 0 1-.9l.6-8M6.7 7v4M9.3 7v4" />
  ),
};

/** `size` in CSS pixels at the default size of type; default 16. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      data-icon={name}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
