/** The parts of the platform, each of which may have processes of its own: for co-signers and whoever reads, for leads, for staff, and the work that nobody waits for. */
export const parts = ['intake', 'lead', 'staff', 'checking'] as const;

/** One of {@link parts}. */
export type Part = (typeof parts)[number];

/** Injection token for the parts (`readonly Part[]`) that this process serves. */
export const SERVED_PARTS = Symbol('served parts');
