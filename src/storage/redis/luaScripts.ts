import type { ClientContext, Result } from 'ioredis';
import { LEASE_TTL_MS, GENERATIONS_TTL_MS } from './keys.js';
import { quotaScripts } from './quotaScripts.js';

/**
 * Scripts that run inside Redis, each as one atomic step. They are commands of every connection: ioredis sends the
 * text once per connection, and again when Redis lost it. A script without `numberOfKeys` takes that number first.
 */
export const luaScripts = {
  ...quotaScripts,
  /** Deletes a key when its value equals the argument. */
  deleteIfEqual: {
    numberOfKeys: 1,
    lua: `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('UNLINK', KEYS[1]) end
return 0
`,
  },
  /**
   * Replaces a hash field by another one, or by the same with a new value, when the values equal the expected ones.
   * Arguments: field, its value, next field, its value (empty: it does not exist), new value.
   */
  moveIfEqual: {
    numberOfKeys: 1,
    lua: `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
if (redis.call('HGET', KEYS[1], ARGV[3]) or '') ~= ARGV[4] then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[1], ARGV[3], ARGV[5])
return 1
`,
  },
  /**
   * Counts an event of a limited rate and returns 0, or returns the microseconds until it may happen. The value is the
   * time to which the events so far reach at the steady rate. Arguments: microseconds between two events, how far ahead
   * a burst may be, and 1 to count.
   */
  takeFromRate: {
    numberOfKeys: 1,
    lua: `
local interval, tolerance = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local from = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0))
-- A clock that was set back must not make the wait longer than a burst.
if from - now > interval + tolerance then from = now + interval + tolerance end
local wait = from - now - tolerance
if wait > 0 then return math.ceil(wait) end
if ARGV[3] == '1' then
  local reached = from + interval
  redis.call('SET', KEYS[1], string.format('%.0f', reached), 'PX', math.ceil((reached - now) / 1000))
end
return 0
`,
  },
  /**
   * Counts a request of a client, unless it has as many as it may. Arguments: its name, the count that the instance
   * knows, requests to add to it, the maximum (-1: none), and the lifetime. Returns 1 when it was counted, and the count.
   */
  countClientRequest: {
    numberOfKeys: 1,
    lua: `
local used = math.max(tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0), tonumber(ARGV[2])) + tonumber(ARGV[3])
local perDay = tonumber(ARGV[4])
local counted = 0
if perDay < 0 or used < perDay then used, counted = used + 1, 1 end
redis.call('HSET', KEYS[1], ARGV[1], used)
redis.call('EXPIRE', KEYS[1], ARGV[5])
return { counted, used }
`,
  },
  /** Renews leases. A lease that was lost, and that no other instance holds, is acquired again. */
  renewLeases: {
    lua: `
for index, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value == ARGV[index] then redis.call('PEXPIRE', key, ${LEASE_TTL_MS}) end
  if not value then redis.call('SET', key, ARGV[index], 'PX', ${LEASE_TTL_MS}) end
end
`,
  },
  /** Arguments: the value of each lease, the channel, the event. The lease of another instance remains. */
  releaseLeases: {
    lua: `
for index, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[index] then redis.call('DEL', key) end
end
redis.call('PUBLISH', ARGV[#KEYS + 1], ARGV[#KEYS + 2])
`,
  },
  /**
   * Arguments: the channel, the sender, the name of the invalidation, then each group and its known generation. A
   * Redis that lost its data must not count from zero.
   */
  invalidateGroups: {
    numberOfKeys: 1,
    lua: `
local generations = {}
local reply = { 0 }
for index = 4, #ARGV, 2 do
  local group, known = ARGV[index], tonumber(ARGV[index + 1])
  local generation = math.max(tonumber(redis.call('HGET', KEYS[1], group) or 0), known) + 1
  redis.call('HSET', KEYS[1], group, generation)
  generations[group] = generation
  table.insert(reply, generation)
end
redis.call('PEXPIRE', KEYS[1], ${GENERATIONS_TTL_MS})
reply[1] = redis.call('PUBLISH', ARGV[1], cjson.encode({
  kind = 'drop', from = ARGV[2], drop = ARGV[3], generations = generations
}))
return reply
`,
  },
  /** Arguments: each group and its minimum generation. */
  restoreGenerations: {
    numberOfKeys: 1,
    lua: `
for index = 1, #ARGV, 2 do
  local generation = tonumber(redis.call('HGET', KEYS[1], ARGV[index]) or 0)
  if generation < tonumber(ARGV[index + 1]) then
    redis.call('HSET', KEYS[1], ARGV[index], ARGV[index + 1])
  end
end
redis.call('PEXPIRE', KEYS[1], ${GENERATIONS_TTL_MS})
`,
  },
} as const;

type ScriptCommand<Context extends ClientContext> = (
  ...keysAndArguments: readonly (string | number | Buffer)[]
) => Result<unknown, Context>;

declare module 'ioredis' {
  // The names are those of the table, so that a script is declared once.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface RedisCommander<Context extends ClientContext> extends Record<
    keyof typeof luaScripts,
    ScriptCommand<Context>
  > {}
}
