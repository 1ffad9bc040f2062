// From tokens to text: any layout that the grammar allows, and, where asked, tokens that were tampered with.
const punctuators = new Set(['!', '$', '&', '(', ')', '...', ':', '=', '@', '[', ']', '{', '|', '}']);
const spaces = [' ', ' ', ' ', '\n', '\n  ', ', ', '\r\n', '\r', '\t', ' # a remark\n', ',,', '\ufeff'];
const strange = ['"', '"""', '\\', '#', '\u0000', '\ud800', '😀', 'é', '..', '.5', '0x1', '01', '1.', '1e', '-', '"\\u00g0"', '"\\uD83D"', '"\\u{110000}"', '"\\u{}"', "'", '`', '?', '%', '\u007f', '"a\nb"', '"""\u0007"""'];
const known = [...punctuators, 'on', 'query', 'mutation', 'fragment', 'true', 'false', 'null', 'extend', 'type', '__typename', 'if', 'skip', 'include', '0', '-1', '1.5', '"text"', '"""block"""'];

/** The tokens as one text; the white space between them is chance's. */
export function layOut(tokens, random) {
  const fancy = random.chance(0.3);
  let text = fancy && random.chance(0.1) ? '\ufeff' : '';
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const mayTouch = next === undefined || (punctuators.has(token) && token !== '$' && next !== '...') || (punctuators.has(next) && next !== '...');
    text += token;
    if (token === '$' && !random.chance(0.02)) return;
    text += mayTouch && random.chance(0.5) ? '' : fancy ? random.pick(spaces) : ' ';
  });
  return text;
}

/** A copy of the tokens with one to three of them taken out, doubled, moved, replaced or spoilt. */
export function tamper(tokens, random) {
  const changed = [...tokens];
  for (let left = random.int(1, 3); left > 0 && changed.length > 0; left--) {
    const at = random.int(0, changed.length - 1);
    random.choose([
      [3, () => changed.splice(at, 1)],
      [2, () => changed.splice(at, 0, changed[at])],
      [2, () => changed.splice(random.int(0, changed.length), 0, ...changed.splice(at, random.int(1, 3)))],
      [3, () => { changed[at] = random.pick(changed); }],
      [3, () => { changed[at] = random.pick(known); }],
      [2, () => changed.splice(at, 0, random.pick(known))],
      [2, () => { changed[at] = random.pick(strange); }],
      [1, () => { changed.length = at; }],
    ]);
  }
  return changed;
}

/** A copy of the text with a character or two taken out, doubled or replaced. */
export function scratch(text, random) {
  let scratched = text;
  for (let left = random.int(1, 2); left > 0 && scratched.length > 0; left--) {
    const at = random.int(0, scratched.length - 1);
    const inserted = random.choose([[2, () => ''], [1, () => scratched[at] + scratched[at]], [2, () => random.pick(strange)], [1, () => random.pick([...scratched])]]);
    scratched = scratched.slice(0, at) + inserted + scratched.slice(at + 1);
  }
  return scratched;
}
