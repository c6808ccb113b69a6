export const replicaQuery =
  '{ replica { state reasons progress { share endsAt } asOf lateness calls requestsToday requestsPerDay } }';

/** What `replicaQuery` returns. */
export interface ReplicaView {
  readonly state: 'OFF' | 'FILLING' | 'CURRENT' | 'BEHIND' | 'UNAVAILABLE';
  readonly reasons: readonly string[];
  readonly progress: { readonly share: number; readonly endsAt: string | null } | null;
  readonly asOf: string | null;
  readonly lateness: number | null;
  readonly calls: number | null;
  readonly requestsToday: number;
  readonly requestsPerDay: number;
}

/** What a line says of the replica, and the share of the first copy that is done; null when it is complete. */
export function syncLine(view: ReplicaView): {
  readonly share: number | null;
  readonly text: string;
} {
  const { state, reasons, progress, asOf, calls, requestsToday, requestsPerDay } = view;
  const parts = [
    state,
    ...(reasons.length === 0 ? [] : [reasons.join('; ')]),
    ...(calls === null ? [] : [`${calls} calls`]),
    ...(asOf === null ? [] : [`as of ${asOf}`]),
    ...(progress?.endsAt == null ? [] : [`first copy until about ${progress.endsAt}`]),
    `${requestsToday} of ${requestsPerDay} requests today`,
  ];
  return { share: state === 'FILLING' ? (progress?.share ?? 0) : null, text: parts.join(', ') };
}
