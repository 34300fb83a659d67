const paths = {
  turn: "M6 4l12 8-12 8z",
  check: "M4.5 12.5l5 5 10-11",
  chevron: "M6 9l6 6 6-6",
  back: "M15 6l-6 6 6 6",
  forward: "M9 6l6 6-6 6",
  close: "M6 6l12 12M18 6L6 18",
  clock: "M12 7v5.5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17.2v.3",
  loop: "M5 12a7 7 0 1 0 2.2-5.1M4.5 4v4h4",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
  place: "M12 21c4-4.6 7-7.7 7-11.3a7 7 0 1 0-14 0C5 13.3 8 16.4 12 21zM12 12a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z",
} as const;
type IconName = keyof typeof paths;

/** Shows a small drawing beside words; it says nothing by itself and is hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);

/** Shows two lines that meet and go on together: company and education. */
export const Mark = () => (
  <svg
    viewBox="0 0 38 22"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    strokeWidth="3"
    strokeLinecap="round"
  >
    <path d="M2 4c10 0 9 7 17 7h3M2 18c10 0 9-7 17-7" />
    <path d="M29.5 11H36" />
    <circle cx="25" cy="11" r="4" />
  </svg>
);
