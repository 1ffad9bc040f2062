// Makes a document that shows a difference smaller while it still shows one: whole parts of the tree where it parses, tokens or characters where not.
import { Kind, Lexer, parse, Source, visit } from 'graphql';

const removable = new Set([
  Kind.OPERATION_DEFINITION, Kind.FRAGMENT_DEFINITION, Kind.FIELD, Kind.FRAGMENT_SPREAD, Kind.INLINE_FRAGMENT, Kind.SELECTION_SET,
  Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.DIRECTIVE, Kind.VARIABLE_DEFINITION]);

/** @param differs called with a text, says (async) whether the difference is still there. */
export async function reduce(text, differs) {
  let current = text;
  for (let cuts = cutsOf(current); cuts; cuts = cutsOf(current)) {
    const shorter = await firstThatDiffers(current, cuts, differs);
    if (shorter === null) break;
    current = shorter;
  }
  return cutsOf(current) ? current : reducePieces(split(current), differs);
}

async function firstThatDiffers(text, cuts, differs) {
  for (const pieces of cuts) {
    const shorter = pieces.reduceRight((rest, [start, end]) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
    if (await differs(shorter)) return shorter;
  }
  return null;
}

// What may be left out, as lists of ranges, the longest first: a part with all that is in it, or what is around the selections of a part, or brackets left empty.
function cutsOf(text) {
  let tree;
  try {
    tree = parse(text);
  } catch {
    return null;
  }
  const cuts = [];
  visit(tree, {
    enter(node) {
      if (!removable.has(node.kind)) return;
      cuts.push([[node.loc.start, node.loc.end]]);
      const inner = node.selectionSet?.loc;
      if (inner && node.kind !== Kind.OPERATION_DEFINITION) cuts.push([[node.loc.start, inner.start + 1], [inner.end - 1, node.loc.end]]);
      for (const list of [node.arguments, node.variableDefinitions].filter((list) => list?.length === 1)) {
        const open = text.lastIndexOf('(', list[0].loc.start);
        const close = text.indexOf(')', list[0].loc.end);
        if (open >= 0 && close >= 0) cuts.push([[open, close + 1]]);
      }
    },
  });
  const length = (ranges) => ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  return cuts.sort((left, right) => length(right) - length(left));
}

async function reducePieces(all, differs) {
  let pieces = all;
  for (let size = Math.ceil(pieces.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < pieces.length;) {
      const shorter = pieces.toSpliced(at, size);
      if (await differs(shorter.join(''))) pieces = shorter;
      else at += size;
    }
  }
  return pieces.join('');
}

// Tokens, each with the space behind it; characters where it has none.
function split(text) {
  try {
    const lexer = new Lexer(new Source(text));
    const starts = [];
    for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance()) starts.push(token.start);
    return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]));
  } catch {
    return [...text];
  }
}
