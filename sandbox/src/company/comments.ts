import { formatInstant } from '../instants.js';
import { createRandom, type Random } from '../random.js';
import type { CallPlan } from './callPlan.js';
import type { Comment, Company } from './types.js';

const REMARKS = [
  'Great question here, this opened the conversation.',
  'We should prepare a better answer for this objection.',
  'Please follow up on the security review.',
  'Worth sharing with the team 👏',
];

/** Public comments of colleagues on a call: some at a passage, some on the whole, some with a reply. */
export const createComments = (plan: CallPlan, company: Company): Comment[] => {
  const { metaData, host } = plan;
  const random = createRandom(plan.seed, metaData.id, 'comments');
  const staff = createRandom(plan.seed, metaData.id, 'staff');
  const comments: Comment[] = [];
  for (let index = 0; index < random.integer(1, 3); index += 1) {
    const at = random.chance(0.7) ? random.integer(0, Math.max(metaData.duration - 30, 0)) : null;
    // Gong's own staff comment now and then.
    const isStaff = company.avatars.length > 0 && staff.chance(0.1);
    const duringCall = random.chance(0.2);
    const parent = comments[0];
    const posted =
      plan.micros +
      (duringCall ? 60_000_000 : (metaData.duration + 3600 * (index + 1)) * 1_000_000);
    comments.push({
      id: `${metaData.id.slice(0, 15)}${index}`,
      audioStartTime: at,
      audioEndTime: at === null ? null : at + random.integer(5, 25),
      commenterUserId: random.chance(0.05)
        ? null
        : random.pick(isStaff ? company.avatars : company.users).id,
      comment:
        index === 2 ? `@[${host.firstName ?? ''}](${host.id}) thanks!` : random.pick(REMARKS),
      posted: formatInstant(posted, 0, random.pick(['utc', 'micros'])),
      inReplyTo: index === 1 && parent ? parent.id : null,
      duringCall,
    });
  }
  return comments;
};

/** A comment that a colleague adds later. */
export const createLateComment = (
  { users }: Company,
  now: number,
  random: Random,
  id: string,
): Comment => ({
  id,
  audioStartTime: null,
  audioEndTime: null,
  commenterUserId: random.pick(users).id,
  comment: random.pick(REMARKS),
  posted: formatInstant(now * 1000, 0, 'utc'),
  inReplyTo: null,
  duringCall: false,
});
