/** How many tries something allows within a window; the window begins with the first of them. */
export type Limit = { name: string; max: number; minutes: number }

const MINUTES = 15

export const LIMITS = {
  // NIST SP 800-63B-4 allows a hundred failures in a row; ten in a quarter of an hour stay below that for days.
  signInAccount: { name: 'sign_in_account', max: 10, minutes: MINUTES },
  // A school is one address to us: a whole staff may mistype on the first day.
  signInAddress: { name: 'sign_in_address', max: 60, minutes: MINUTES },
  resetAccount: { name: 'reset_account', max: 4, minutes: 60 },
  resetAddress: { name: 'reset_address', max: 40, minutes: 60 },
  changePassword: { name: 'change_password', max: 10, minutes: MINUTES },
} as const satisfies Record<string, Limit>
