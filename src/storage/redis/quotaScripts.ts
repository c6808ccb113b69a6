import { MARGIN_DECAY_MS, MAX_MARGIN_MS } from '../../gong/scheduling/adaptiveMargin.js';

/** An instance that sent no heartbeat for this long has no share. */
const REPLICA_LIFETIME_MS = 5000;
/** A day's count is needed on that day. The second day covers time zones and late reports. */
const DAY_COUNT_LIFETIME_S = 2 * 24 * 60 * 60;

/**
 * The common part of all scripts. Times are microseconds of Redis's clock, the only one that all instances share. The
 * window is a sorted set of starts by the time from which they count, which is slightly in the future while the
 * margin is widened. The margin's key lasts while the margin is widened, and its remaining TTL gives the width. A day
 * is a hash with its count, `used`, and `memory`, which distinguishes this count from one that Redis lost.
 */
const prelude = `
local holdKey, dayKey, windowKey, replicasKey, marginKey = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local replica, length = ARGV[1], tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local function keepDay()
  redis.call('EXPIRE', dayKey, ${DAY_COUNT_LIFETIME_S})
end

local function used()
  return tonumber(redis.call('HGET', dayKey, 'used') or 0)
end

local function count(starts)
  redis.call('HINCRBY', dayKey, 'used', starts)
  keepDay()
end

local function memory()
  if redis.call('HSETNX', dayKey, 'memory', string.format('%.0f', now)) == 1 then keepDay() end
  return redis.call('HGET', dayKey, 'memory')
end

local function start(id, at)
  redis.call('ZADD', windowKey, at, id)
  redis.call('PEXPIRE', windowKey, math.ceil(length / 1000) * 2)
end

-- The key lives for so long, or longer where it did before.
local function extend(key, ms)
  if ms > 0 and redis.call('PTTL', key) < ms then redis.call('SET', key, 1, 'PX', ms) end
end

local function left(key)
  return math.max(0, redis.call('PTTL', key))
end

-- What was noted after the latest moment that could be was noted before the clock was set back.
local function setBack(key, latest)
  local late = redis.call('ZRANGEBYSCORE', key, '(' .. string.format('%.0f', latest), '+inf')
  for _, member in ipairs(late) do redis.call('ZADD', key, latest, member) end
end

local function mark()
  setBack(replicasKey, now)
  redis.call('ZADD', replicasKey, now, replica)
  redis.call('ZREMRANGEBYSCORE', replicasKey, '-inf', now - ${REPLICA_LIFETIME_MS} * 1000)
  redis.call('PEXPIRE', replicasKey, ${REPLICA_LIFETIME_MS} * 2)
end

local function view(verdict, wait)
  local replicas = redis.call('ZRANGE', replicasKey, 0, -1)
  return { verdict, wait, used(), memory(), left(holdKey), now, replicas, left(marginKey) }
end
`;

const KEY_COUNT = 5;

function quotaScript(lua: string) {
  return { numberOfKeys: KEY_COUNT, lua: `${prelude}${lua}` };
}

/** The steps of the shared quota. The prelude names their keys. */
export const quotaScripts = {
  /**
   * Returns whether one more request may start. If so, it counts in the window, from the end of the widened margin,
   * and in the day.
   */
  acquireStart: quotaScript(`
local id, limit, perDay, maxExtra = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
mark()
if left(holdKey) > 0 then return view('hold', 0) end
if used() >= perDay then return view('day', 0) end
setBack(windowKey, now + ${MAX_MARGIN_MS} * 1000)
redis.call('ZREMRANGEBYSCORE', windowKey, '-inf', now - length)
-- The window has room when the start that is so many places back has left it.
local earliest = redis.call('ZRANGE', windowKey, -limit, -limit, 'WITHSCORES')
if earliest[2] then return view('rate', earliest[2] + length - now) end
start(id, now + math.floor(maxExtra * left(marginKey) / ${MARGIN_DECAY_MS}))
count(1)
return view('granted', 0)
`),

  /** Reports that this instance is alive, and returns what all instances know. */
  reportAlive: quotaScript(`
mark()
return view('seen', 0)
`),

  /**
   * Reports what this instance did while Redis was unreachable. Arguments: the last known daily count and its
   * `memory`, the remaining times of the hold and of the widened margin, and the number of starts. Then the ID and
   * age of each start, and the ID and size of each batch of the daily count. Each batch counts once, however often it
   * is reported.
   */
  reportOutage: quotaScript(`
local seen, seenMemory, starts = tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[7])
mark()
extend(holdKey, tonumber(ARGV[5]))
extend(marginKey, tonumber(ARGV[6]))
for index = 8, 7 + 2 * starts, 2 do start(ARGV[index], now - tonumber(ARGV[index + 1])) end
-- A Redis that comes back with less than it had doesn't give the day back. Of those who tell it what it lost,
-- the first may have known less than the next: each adds what it knew beyond the others.
local known = used()
if seenMemory ~= memory() then
  known = tonumber(redis.call('HGET', dayKey, 'told') or 0)
  redis.call('HSET', dayKey, 'told', math.max(known, seen))
end
if known < seen then count(seen - known) end
for index = 8 + 2 * starts, #ARGV, 2 do
  if redis.call('HSETNX', dayKey, 'batch:' .. ARGV[index], 1) == 1 then count(ARGV[index + 1]) end
end
return view('seen', 0)
`),

  /** Moves a start to another time: this many microseconds ago, or in the future. */
  moveStart: quotaScript(`
start(ARGV[3], now - tonumber(ARGV[4]))
`),

  /** Removes a start, because nothing was sent. */
  releaseStart: quotaScript(`
if redis.call('ZREM', windowKey, ARGV[3]) == 1 and used() > 0 then count(-1) end
return view('seen', 0)
`),

  /** Prevents starts for this many milliseconds. */
  holdStarts: quotaScript(`
extend(holdKey, tonumber(ARGV[3]))
`),

  /** Sets the margin to its maximum. */
  widenMargin: quotaScript(`
extend(marginKey, ${MARGIN_DECAY_MS})
`),
};
