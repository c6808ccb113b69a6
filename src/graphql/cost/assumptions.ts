/**
 * What the estimate takes for granted where neither the arguments nor what is known of the company decide:
 * companies as they usually are, at the upper end. An operation on a company beyond these may cost more than
 * the estimated most. Where a policy hides calls, at least one item of those that a page examines is shown.
 */

/** Users of a company whose directory hasn't been read: five pages. */
export const USERS = 500;

/** Workspaces of a company whose list hasn't been read. Most have one or two. */
export const WORKSPACES = 4;

/**
 * Distinct colleagues that a call adds to those met in the others: it has few of the company's own people,
 * and the same ones meet again.
 */
export const COLLEAGUES_PER_CALL = 3;

/** Speakers known by their user alone, since Gong didn't copy the name to the call. */
export const NAMELESS_SPEAKERS_PER_CALL = 0.5;

/** One in so many users manages others. */
export const USERS_PER_MANAGER = 5;

/** Most people who report to one manager. */
export const REPORTS_PER_MANAGER = 20;

/** People who share an e-mail address or a phone number, such as a switchboard's. */
export const USERS_FOUND = 5;

/**
 * Calls that a host has a day, weekends included, on average over the hosts of an operation. Bounds walks over
 * a window of time.
 */
export const CALLS_PER_HOST_AND_DAY = 1;

/**
 * Calls that a host has had in all, on average. Bounds walks without a window: where several hosts are walked
 * together, one who hardly ever hosts makes the walk go through everything.
 */
export const CALLS_PER_HOST = 300;

/**
 * Requests of a newest-first walk beyond the pages of calls that it gives: to find how wide its windows have
 * to be. More after long silences.
 */
export const NEWEST_FIRST_SEARCH = 3;

/** One more where the calls of a few hosts are thinly spread, or where more than one look is wanted. */
export const NEWEST_FIRST_FURTHER_SEARCH = 1;

/** Newest first, windows hold more than is wanted, since traffic is uneven. */
export const NEWEST_FIRST_SURPLUS = 1.2;

/** Folders of a workspace's library. */
export const FOLDERS_PER_WORKSPACE = 20;

/** Calls in one folder; several hold fewer on average. */
export const CALLS_IN_FOLDER = 100;
export const CALLS_PER_FOLDER = 30;

/** Keyword trackers of a company. */
export const TRACKERS = 100;

/** Scorecards of a company. */
export const SCORECARDS = 20;

/** Reviews for each call of a stretch of time. */
export const REVIEWS_PER_CALL = 1;

/** Reviews of a day's calls, on average over weeks. */
export const REVIEWS_PER_DAY = 5;

/** How far back the calls lie whose reviews are asked for. */
export const DAYS_OF_HISTORY = 730;
