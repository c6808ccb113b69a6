import { execFileSync } from 'node:child_process';

/** IDs of the processes that a process has started, whose command holds the text. */
export function childrenOf(parent: number, command: string): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return processes.split('\n').flatMap((line) => {
    const [, pid, ppid, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent && args.includes(command) ? [Number(pid)] : [];
  });
}
