import {
  useRef,
  useState,
  useSyncExternalStore,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { onTokenState, setToken, tokenState } from './token.js';

/** Shows whether there is a token, asks for one when the gateway refuses, and lets a person enter it. */
export function TokenControl(): ReactNode {
  const { isSet, isRefused } = useSyncExternalStore(onTokenState, tokenState);
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [isInvalid, setIsInvalid] = useState(false);

  const open = (): void => {
    setTyped('');
    setIsInvalid(false);
    dialog.current?.showModal();
  };
  const take = (value: string): void => {
    const isTaken = setToken(value);
    setIsInvalid(!isTaken);
    if (!isTaken) return;
    dialog.current?.close();
  };

  return (
    <>
      <button type="button" className="token-button" onClick={open}>
        {isSet ? 'Token: set' : 'Token: none'}
      </button>
      {isRefused && (
        <p className="token-notice" role="alert">
          {isSet
            ? 'The gateway rejected this token (401).'
            : 'This gateway requires a token (401).'}{' '}
          <button type="button" onClick={open}>
            {isSet ? 'Enter another token' : 'Enter the token'}
          </button>
        </p>
      )}
      <TokenDialog {...{ dialog, isSet, typed, setTyped, isInvalid, take }} />
    </>
  );
}

interface TokenDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly isSet: boolean;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Whether the text that was entered cannot be a token. */
  readonly isInvalid: boolean;
  /** Uses a token; an empty one forgets it. */
  readonly take: (value: string) => void;
}

function TokenDialog(props: TokenDialogProps): ReactNode {
  const { dialog, isSet, typed, setTyped, isInvalid, take } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(typed);
  };
  // No field of the page keeps the token, also when the person cancels.
  const empty = (): void => {
    setTyped('');
  };
  return (
    <dialog ref={dialog} className="page-dialog" aria-labelledby="token-title" onClose={empty}>
      <form onSubmit={submit}>
        <h2 id="token-title">Token of this gateway</h2>
        <p>
          Sent as <code>Authorization: Bearer …</code> with every request of this page, also for the
          schema. Only the memory of this page has it, until you leave the page. A header of that
          name in the headers pane takes precedence.
        </p>
        <label htmlFor="token">Bearer token</label>
        <input
          id="token"
          type="password"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
        />
        {isInvalid && (
          <p role="alert">
            This is not a token. A token has letters, digits, and symbols, and no spaces.
          </p>
        )}
        <div className="token-actions">
          <button type="submit" disabled={typed.trim() === ''}>
            Use this token
          </button>
          {isSet && (
            <button
              type="button"
              onClick={() => {
                take('');
              }}
            >
              Forget the token
            </button>
          )}
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
