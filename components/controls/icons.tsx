const outline = {
  width: 18,
  height: 18,
  viewBox: '0 0 18 18',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Points down; turned by CSS while its panel is open. */
export function Chevron() {
  return (
    <svg className="chevron" aria-hidden="true" {...outline} width={16} height={16}>
      <path d="m4.5 7 4.5 4.500L13.5 7" />
    </svg>
  );
}

/** Sliders: the options page. */
export function SlidersIcon() {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d="M2.5 5.500h6M12.5 5.500h3M2.5 12.500h3M9.5 12.500h6" />
      <circle cx="10.5" cy="5.5" r="2" />
      <circle cx="7.5" cy="12.5" r="2" />
    </svg>
  );
}

/** A sheet with a tick: the desk. */
export function SheetIcon() {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d="M4 2h6.500L14 5.500V16H4zM10.5 2v3.500H14" />
      <path d="m6.5 11 1.8 1.8 3-3.6" />
    </svg>
  );
}

/** A window with an arrow out of it: open in a tab of its own. */
export function WindowIcon() {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d="M8 3.500H3.500v11h11V10M11 2.500h4.500V7M15.500 2.500 9 9" />
    </svg>
  );
}

/** An arrow out of a box: share. */
export function ShareIcon() {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d="M9 11V2.500M5.500 5.500 9 2l3.500 3.500M6 8H3.500v7.500h11V8H12" />
    </svg>
  );
}

/** Three dots: more that can be done. */
export function DotsIcon() {
  return (
    <svg aria-hidden="true" {...outline} strokeWidth={2.6}>
      <path d="M4 9v.01M9 9v.01M14 9v.01" />
    </svg>
  );
}

/** Six dots: can be taken and moved. */
export function GripIcon() {
  return (
    <svg aria-hidden="true" {...outline} strokeWidth={2.2}>
      <path d="M6.500 4.500v.01M6.500 9v.01M6.500 13.500v.01M11.500 4.500v.01M11.500 9v.01M11.500 13.500v.01" />
    </svg>
  );
}

/** Points to where one came from; turned in right-to-left pages. */
export function BackIcon() {
  return (
    <svg className="back-icon" aria-hidden="true" {...outline}>
      <path d="M11 4 6 9l5 5" />
    </svg>
  );
}

/** Up or down: one place further. */
export function ArrowIcon({ down }: { down: boolean }) {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d={down ? 'M9 3.500v11M4.500 10 9 14.500l4.500-4.500' : 'M9 14.500v-11M4.500 8 9 3.500 13.500 8'} />
    </svg>
  );
}

/** A plus: add. */
export function PlusIcon() {
  return (
    <svg aria-hidden="true" {...outline}>
      <path d="M9 3.500v11M3.500 9h11" />
    </svg>
  );
}

/** A star: the favourite. */
export function StarIcon({ filled }: { filled: boolean }) {
  return (
    <svg aria-hidden="true" {...outline} width={16} height={16} fill={filled ? 'currentColor' : 'none'}>
      <path d="m9 2 2.100 4.600 5 .6-3.700 3.400 1 5L9 13.100l-4.400 2.500 1-5L1.900 7.200l5-.6z" />
    </svg>
  );
}

/** The mark of a check's outcome, in one colour: a check is no verdict. */
export function OutcomeIcon({ outcome }: { outcome: 'pass' | 'fail' | 'warn' | 'unknown' | 'skipped' }) {
  return (
    <svg aria-hidden="true" {...outline} width={16} height={16} className="outcome">
      <path d={OUTCOMES[outcome]} />
    </svg>
  );
}

const OUTCOMES = {
  pass: 'm3.5 9.5 3.5 3.5 7.5-8',
  fail: 'm4.5 4.5 9 9M13.5 4.500l-9 9',
  warn: 'M9 3.500v7M9 14v.1',
  unknown: 'M6 6.500a3 3 0 1 1 4.3 2.700Q9 9.9 9 11M9 14.400v.1',
  skipped: 'M4.5 9h9',
};
