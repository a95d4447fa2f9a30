import type { CountFragment, InventorySummaryQuery } from '../../../../client/index.ts';
import { count, countOf, lower } from './words.ts';

export type Summary = InventorySummaryQuery['secretsSummary'];

/** One number that is worth a glance. */
export interface Figure {
  readonly label: string;
  readonly number: number;
  /** What has to be known to read the number rightly. */
  readonly note: string;
}

/** The headline of a summary: how much there is, and how much of it asks for somebody's attention. */
export function figuresOf(summary: Summary): readonly Figure[] {
  const { totalCount, stores, byStatus, byAge, byExpiry, byUsage } = summary;
  const counted = stores.filter(({ outcome }) => outcome !== 'FAILED').length;
  const others = byStatus.filter(({ key }) => key !== 'ACTIVE');
  return [
    {
      label: 'Secrets',
      number: totalCount,
      note: counted === stores.length ? `in ${countOf(counted, 'store')}` : `in ${counted} of ${stores.length} stores`,
    },
    {
      label: 'Expire within 30 days',
      number: of(byExpiry, 'NEXT_7_DAYS') + of(byExpiry, 'NEXT_30_DAYS'),
      note: `${count(of(byExpiry, 'EXPIRED'))} already expired`,
    },
    {
      label: 'Older than a year',
      number: of(byAge, 'OVER_A_YEAR'),
      note: `${count(of(byAge, 'UNKNOWN'))} of unknown age`,
    },
    {
      label: 'Used by nothing',
      number: of(byUsage, 'UNUSED'),
      note: `${count(of(byUsage, 'UNKNOWN'))} not known`,
    },
    {
      label: 'Not active',
      number: others.reduce((sum, status) => sum + status.count, 0),
      note: others.length === 0 ? 'all can be used' : others.slice(0, 2).map(inWords).join(', '),
    },
  ];
}

export function of(counts: readonly CountFragment[], key: string): number {
  return counts.find((candidate) => candidate.key === key)?.count ?? 0;
}

function inWords(status: CountFragment): string {
  return `${count(status.count)} ${lower(status.key)}`;
}
