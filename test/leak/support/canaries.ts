import { randomBytes } from 'node:crypto';
import { createDetector, type Detector, type Planted } from './detector.ts';

/** Where something may be looked for. */
export type Place = 'answers' | 'log' | 'redis' | 'files' | 'heap';

interface Canary extends Planted {
  readonly allowed: readonly Place[];
}

/** Everything that was planted, and where it may be seen. */
export class Canaries {
  readonly #planted: Canary[] = [];

  /** A text that is nowhere else, of letters and digits, as a GraphQL name could be; the same for the same label. */
  plant(label: string, allowed: readonly Place[] = []): string {
    return this.#known(label) ?? this.add(label, `cn${randomBytes(18).toString('hex')}`, allowed);
  }

  /** The same with characters that every encoding writes differently. */
  plantWild(label: string, allowed: readonly Place[] = []): string {
    const text = `w\u00e9"\\${randomBytes(12).toString('hex')} /+<&>'\u00fc\u{1f511}${randomBytes(6).toString('hex')}`;
    return this.#known(label) ?? this.add(label, text, allowed);
  }

  /** One that came to be elsewhere: an emulator's value, a credential. */
  add(label: string, text: string, allowed: readonly Place[] = []): string {
    this.#planted.push({ label, text, allowed });
    return text;
  }

  #known(label: string): string | undefined {
    return this.#planted.find((canary) => canary.label === label)?.text;
  }

  /** Finds what must not be seen in a place. */
  forbiddenIn(place: Place): Detector {
    return createDetector(this.#planted.filter(({ allowed }) => !allowed.includes(place)));
  }

  /** Finds what may be seen there: the control that the place is looked at at all. */
  allowedIn(place: Place): Detector {
    return createDetector(this.#planted.filter(({ allowed }) => allowed.includes(place)));
  }

  get size(): number {
    return this.#planted.length;
  }
}
