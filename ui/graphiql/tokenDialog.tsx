import {
  useRef,
  useState,
  useSyncExternalStore,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { onTokenState, setToken, tokenState } from './token.js';

/** The place for the token: a button that says whether there is one, and a word where the gateway wants one. */
export function TokenControl(): ReactNode {
  const { isSet, isRefused } = useSyncExternalStore(onTokenState, tokenState);
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [isNone, setIsNone] = useState(false);

  const open = (): void => {
    setTyped('');
    setIsNone(false);
    dialog.current?.showModal();
  };
  const take = (value: string): void => {
    const isTaken = setToken(value);
    setIsNone(!isTaken);
    if (!isTaken) return;
    // It stays in no field of the page.
    setTyped('');
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
      <TokenDialog {...{ dialog, isSet, typed, setTyped, isNone, take }} />
    </>
  );
}

interface TokenDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly isSet: boolean;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Whether what was entered is no token. */
  readonly isNone: boolean;
  /** Uses a token; an empty one forgets it. */
  readonly take: (value: string) => void;
}

function TokenDialog(props: TokenDialogProps): ReactNode {
  const { dialog, isSet, typed, setTyped, isNone, take } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(typed);
  };
  return (
    <dialog ref={dialog} className="page-dialog" aria-labelledby="token-title">
      <form onSubmit={submit}>
        <h2 id="token-title">Token of this gateway</h2>
        <p>
          Sent as <code>Authorization: Bearer …</code> with every request of this page, also for the
          schema. It is kept in memory alone and ends with the page. A header of that name in the
          headers pane goes first.
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
        {isNone && (
          <p role="alert">That is no token: it may hold neither blanks nor special letters.</p>
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
