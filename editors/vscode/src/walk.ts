// The walk along the path of a finding. It knows nothing of VS Code, so that the tests can
// take it along the paths that the server itself sends.

/** A place, as the protocol has it. */
export interface Place {
  uri: string;
  line: number;
  character: number;
}

/** One step of a path: where, and what happens there. */
export interface Step extends Place {
  message: string;
}

/** What the walk reads of a diagnostic. */
export interface Found {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  message: string;
  steps: Step[];
}

/**
 * The finding that somebody who stands at a place means: one around it, or else one in its
 * line, or the next below; of several the one that begins last. Undefined if there is none.
 */
export function findingAt(all: Found[], at: Place): Found | undefined {
  const here = all.filter((f) => f.uri === at.uri && f.steps.length > 0);
  const behind = (f: Found) =>
    f.range.start.line > at.line ||
    (f.range.start.line === at.line && f.range.start.character > at.character);
  const before = (f: Found) =>
    f.range.end.line < at.line ||
    (f.range.end.line === at.line && f.range.end.character < at.character);
  const order = (a: Found, b: Found) =>
    a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
  const around = here.filter((f) => !behind(f) && !before(f)).sort(order);
  if (around.length > 0) return around[around.length - 1];
  const line = here.filter((f) => f.range.start.line === at.line).sort(order);
  if (line.length > 0) return line[0];
  return here.filter(behind).sort(order)[0];
}

/** A walk: its steps, the finding itself last, and the one where it stands. */
export class Walk {
  readonly steps: Step[];
  private index = 0;

  constructor(finding: Found) {
    this.steps = [
      ...finding.steps,
      { uri: finding.uri, ...finding.range.start, message: finding.message },
    ];
  }

  get current(): Step {
    return this.steps[this.index];
  }

  /** "2/4: the lock is acquired here", for a status bar. */
  get label(): string {
    return `${this.index + 1}/${this.steps.length}: ${this.current.message}`;
  }

  /** Goes on by that many steps, but not beyond either end. Returns whether it has moved. */
  move(by: number): boolean {
    const next = Math.min(Math.max(this.index + by, 0), this.steps.length - 1);
    const moved = next !== this.index;
    this.index = next;
    return moved;
  }
}
