import { z } from 'zod';

/** What a TrueFoundry store needs to identify itself. */
export const credentials = z.strictObject({
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one line of printable characters without spaces')
    .describe('A personal access token or a virtual account token of the control plane (what TFY_API_KEY holds).'),
});

/** The provider's own keys of a store. */
export const settings = z.strictObject({
  unchangedKeys: z
    .enum(['keep', 'resend'])
    .default('keep')
    .describe(
      'How a change of one secret treats the other keys of its group, which the API replaces as a whole. keep: the ' +
        'others are sent without a value and stay as they are. resend: for a control plane that would take a missing ' +
        'value for an empty one; their values are read and sent again.',
    ),
  valueView: z
    .enum(['enabled', 'disabled'])
    .default('enabled')
    .describe('disabled: the control plane runs with DISABLE_SECRET_VALUE_VIEW, so that no value can be revealed.'),
});

export type TrueFoundryCredentials = z.output<typeof credentials>;
export type TrueFoundrySettings = z.output<typeof settings>;
