// Small schemas, each with something that few schemas have, to be tampered with.
export const rare = [
  // Roots by other names, in extensions, and of what is no object type.
  'schema { query: Q } type Q { a: Int } extend schema { mutation: M subscription: S } type M { a: Float } type S { a: ID }',
  'type Query { a: Boolean } input Mutation { a: Int } interface Subscription { a: Int }',
  // OneOf, by a definition alone.
  'input One @oneOf { a: Int b: [One!] } extend input One { c: String @deprecated } type Query { a(x: One = { a: 1 }, y: [One]): Int }',
  'input Many { a: Int! } extend input Many { b: Int } type Query { a(x: Many @deprecated(reason: "b")): Int @deprecated }',
  // Built-in directives and types, defined anew.
  'directive @deprecated(reason: String = "gone", since: Int) on FIELD_DEFINITION | ENUM_VALUE type Query { a: Int @deprecated(since: 3) b: E @deprecated } enum E { A @deprecated(reason: "b") }',
  'directive @skip(if: Boolean!, note: String) on FIELD directive @specifiedBy(url: String!) on SCALAR scalar S @specifiedBy(url: "u") type Query { a: S }',
  'scalar Int type Query { a: Int b: ID }',
  // Defaults in every notation.
  'type Query { a(a: Int = -0, b: Float = 1.50, c: Float = 1e21, d: ID = "-7", e: ID = 7, f: [[Int]] = 1, g: String = """ b """, h: Boolean = null): Int }',
  'scalar S type Query { a(a: S = 1.50, b: S = A, c: S = """b""", d: S = true, e: [S!] = 2e3, f: In = { b: 1 }): S } input In { a: [S] = [1.0, "a"] b: Float c: In = { c: null } }',
  // Descriptions everywhere, some of them empty.
  '"d" schema { query: Query } """ d """ type Query { "" a("" x: Int "d" y: Int): Int """\n  b\n    c\n""" b("" x: Int): E } "d" enum E { "" A "d\\"" B } "d" directive @d("" a: Int "d" b: Int) repeatable on FIELD | QUERY',
  // Interfaces over interfaces, and extensions that bring them.
  'interface A { a: B } interface B implements A { a: B } type T implements B & A { a: T } extend type T implements C interface C { c(x: [Int!]): U } extend type T { c(x: [Int!], y: Int = 1): T } union U = T type Query { u: U }',
  // Names in no order of their own, and directives on everything.
  'directive @d(z: Int a: [E] = [Z]) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION extend schema @d enum E @d { Z @d Y10 Y9 _a } type Query @d { z(z10: Int @d, z9: In, a: Int): Int @d a: U } union U @d = Z | Query type Z implements N { a: U } interface N @d { a: U } input In @d { b: Int @d a: Int = 1 } scalar S @d',
];
