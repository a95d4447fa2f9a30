import { useEffect, useRef, useState } from 'react';

/** Long enough that a word being typed is not looked for letter by letter. */
const TYPING_PAUSE_MS = 250;

interface SearchFieldProps {
  /** What is being looked for. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** The gateway does the looking, so the whole list is searched and not this page of it. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(search);
  const asked = useRef(search);
  if (search !== asked.current) {
    // Changed elsewhere: cleared.
    asked.current = search;
    setText(search);
  }
  useEffect(() => {
    if (text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      onSearch(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <input
      type="search"
      className="search"
      aria-label="Search names and groups"
      placeholder="Search names and groups"
      value={text}
      onChange={(event) => setText(event.target.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
