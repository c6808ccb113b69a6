import { expect, it } from '@jest/globals';
import { HOUR_MS } from '../../../src/lib/clock.js';
import { recordSpans } from '../../support/spans.js';
import { callsBefore, setUpSync, START } from './support.js';

const recorded = recordSpans();

it('traces each task of the sync with its requests', async () => {
  const calls = callsBefore(START, 3, HOUR_MS);
  const { clock, sandbox, syncer } = setUpSync({ company: { calls } });
  syncer.start();
  await clock.advance(HOUR_MS);
  await syncer.stop();

  const spans = recorded.take();
  const tasks = spans.filter(({ name }) => name === 'sync.task');
  const requests = spans.filter(({ name }) => name === 'gong.request');
  const taskOf = (endpoint: string) => {
    const request = requests.find(({ attributes }) => attributes['gong.endpoint'] === endpoint);
    return tasks.find(({ id }) => id === request?.parentId);
  };

  expect(requests).toHaveLength(sandbox.requests.length);
  expect(tasks.filter(({ parentId }) => parentId !== undefined)).toEqual([]);
  expect(taskOf('getCallTranscripts')).toMatchObject({
    attributes: { 'gong_gateway.tenant': 'default', 'gong_gateway.task': 'transcripts' },
    isError: false,
  });
  expect(taskOf('listUsers')?.attributes['gong_gateway.task']).toBe('directory');
});

it('says why a task of the sync failed', async () => {
  const { clock, sandbox, syncer } = setUpSync();
  const fault = { kind: 'answer', status: 401, body: { errors: ['No.'] } } as const;
  sandbox.faults.add({ fault, times: Infinity });
  syncer.start();
  await clock.advance(1000);
  await syncer.stop();

  const tasks = recorded.take().filter(({ name }) => name === 'sync.task');

  expect(tasks).toContainEqual(
    expect.objectContaining({
      isError: true,
      attributes: expect.objectContaining({ 'error.type': 'bad-credentials' }),
    }),
  );
});
