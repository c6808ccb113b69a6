/**
 * Longest wait for an event, in milliseconds. This is no measure of speed: a wait that is longer than on any loaded
 * machine hangs, and fails with a text of its own before Jest's time is up (`testTimeout`).
 */
export const HANG_MS = 240_000;
