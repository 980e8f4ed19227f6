#!/usr/bin/env node
// Checks KQL with Microsoft's own parser, against typed tables.
//
//   node check.js [--min error|warning|information] [FILE.jsonl …]     (standard input when no file is given)
//
// One {"id", "kql", "platform"?} per line; platform is "defender" (advanced hunting), "sentinel" (Log Analytics), or left
// out for both together. With "strings", the query's string literals must mean exactly these, in order. Prints one {"id", "severity", "code", "message", "line", "column"} per finding, and a summary on
// standard error. Exit status: 0 no errors, 1 errors, 2 wrong use.
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');

const SCHEMAS = path.join(__dirname, '../../connector-sentinel/src/main/resources/dev/harrier/sentinel/schema');
const PLATFORMS = { defender: ['defender'], sentinel: ['sentinel'], any: ['defender', 'sentinel'] };
const SEVERITIES = ['hidden', 'suggestion', 'information', 'warning', 'error'];

// The parser is C# compiled by Bridge.NET: two plain scripts that define globals, to be run in this order.
function loadParser() {
  if (globalThis.Kusto) return;
  const folder = path.dirname(require.resolve('@kusto/language-service-next/package.json'));
  for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
    vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });
  }
}

/** Knows the tables and functions of one platform. */
class Checker {
  constructor(platform) {
    loadParser();
    const schemas = PLATFORMS[platform].map(name => JSON.parse(fs.readFileSync(path.join(SCHEMAS, name + '.json'), 'utf8')));
    this.functions = Object.assign({}, ...schemas.map(schema => schema.functions));
    this.openColumns = schemas.flatMap(schema => Object.entries(schema.open || {}))
      .map(([table, column]) => ({ name: new RegExp(`\\b${table}\\b`), column: new RegExp(column) }));
    this.openFunctions = Object.keys(this.functions).filter(name => this.functions[name].open)
      .map(name => ({ name: new RegExp(`\\b${name}\\b`), column: /./ }));
    this.globals = globals([...tables(schemas), ...functions(schemas)]);
  }

  /** What the parser finds in a query. */
  check(kql) {
    const text = bindable(kql, this.functions);
    const starts = lineStarts(text);
    const found = Kusto.Language.KustoCode.ParseAndAnalyze(text, this.globals).GetDiagnostics();
    const findings = new Map();
    for (let i = 0; i < found.Count; i++) {
      const { Severity, Code, Message, Start } = found.getItem(i);
      const offset = Math.max(0, Start);
      const severity = this.tolerated(Code, Message, text, offset) ? 'suggestion' : String(Severity).toLowerCase();
      findings.set(`${offset} ${Code} ${Message}`, { severity, code: Code, message: Message, ...place(starts, offset) });
    }
    return [...findings.values()];
  }

  /** What each string literal of a query means to the parser, in order. */
  strings(kql) {
    const meanings = [];
    const literal = Kusto.Language.Syntax.SyntaxKind.StringLiteralToken;
    const code = Kusto.Language.KustoCode.Parse(kql);
    for (let token = code.Syntax.GetFirstToken(); token; token = token.GetNextToken()) {
      if (token.Kind === literal) meanings.push(token.ValueText);
    }
    return meanings;
  }

  // Columns that no schema can know (AzureDiagnostics, watchlists), and dynamic values given to parse_json and its
  // synonyms, which the service accepts and this parser does not.
  tolerated(code, message, text, offset) {
    if (code === 'KS142') {
      const column = (/'([^']*)'/.exec(message) || [])[1] || '';
      return [...this.openColumns, ...this.openFunctions].some(open => open.name.test(text) && open.column.test(column));
    }
    return code === 'KS107' && /\b(todynamic|parse_json|toobject)\s*\(\s*$/i.test(text.slice(0, offset));
  }
}

function globals(symbols) {
  const { Symbols, GlobalState } = Kusto.Language;
  const database = new Symbols.DatabaseSymbol.$ctor3('db', null, System.Array.init(symbols, Symbols.Symbol), false);
  return GlobalState.Default.WithDatabase(database);
}

function tables(schemas) {
  const { Symbols } = Kusto.Language;
  const columns = new Map();
  for (const schema of schemas) {
    for (const [table, own] of Object.entries(schema.tables)) {
      const all = columns.get(table) || columns.set(table, new Map()).get(table);
      for (const [column, type] of Object.entries({ ...schema.common, ...own })) {
        all.set(column, all.has(column) && all.get(column) !== type ? 'unknown' : type);
      }
    }
  }
  return [...columns].map(([table, all]) => new Symbols.TableSymbol.$ctor4(
    table, [...all].map(([column, type]) => new Symbols.ColumnSymbol(column, scalar(type)))));
}

// A type such as "dynamic|string", where Defender's documents and Log Analytics' disagree, is left unknown.
function scalar(type) {
  const types = Kusto.Language.Symbols.ScalarTypes;
  return {
    bool: types.Bool, datetime: types.DateTime, decimal: types.Decimal, dynamic: types.Dynamic, guid: types.Guid,
    int: types.Int, long: types.Long, real: types.Real, string: types.String, timespan: types.TimeSpan,
  }[type] || types.Unknown;
}

// A function is told to the parser by its KQL: a signature in which all may be left out, and an empty table as its body.
function functions(schemas) {
  const { Symbols } = Kusto.Language;
  return schemas.flatMap(schema => Object.entries(schema.functions).map(([name, known]) => {
    const optional = Object.entries(known.parameters).map(([parameter, type]) => `${parameter}:${type}=${nothing(type)}`);
    const [signature, body] = known.adds
      ? [['T:(*)', ...optional], `T | extend ${list(known.adds, (column, type) => `${column}=${nothing(type)}`)}`]
      : [optional, `datatable(${list(known.columns || schema.schemas[known.schema], (column, type) => `${column}:${type}`)})[]`];
    return new Symbols.FunctionSymbol.$ctor16(name, `(${signature.join(', ')})`, `{ ${body} }`, '');
  }));
}

function list(columns, write) {
  return Object.entries(columns).map(([column, type]) => write(`['${column}']`, type)).join(', ');
}

function nothing(type) {
  return type === 'string' ? "''" : `${type}(null)`;
}

// "invoke FileProfile(SHA1)" names a column that the parser cannot bind: it sees a string of the same length instead.
function bindable(kql, known) {
  return kql.replace(/(\binvoke\s+(\w+)\s*\(\s*)([A-Za-z_]\w+)(?=\s*[,)])/g, (all, before, name, column) =>
    known[name] && known[name].adds ? `${before}'${column.slice(1, -1)}'` : all);
}

function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function place(starts, offset) {
  let line = starts.length;
  while (starts[line - 1] > offset) line--;
  return { line, column: offset - starts[line - 1] + 1 };
}

const checkers = {};
function checker(platform) {
  return checkers[platform] ||= new Checker(platform);
}

/** The findings of one line of input, never throwing. */
function checkLine(line, where) {
  let id = where;
  try {
    const query = JSON.parse(line);
    id = query.id ?? where;
    const platform = query.platform ?? 'any';
    if (typeof query.kql !== 'string') throw new Error('no "kql" text');
    if (!PLATFORMS[platform]) throw new Error(`no such platform: ${platform}`);
    const findings = checker(platform).check(query.kql).map(finding => ({ id, ...finding }));
    return query.strings ? [...findings, ...changed(checker(platform).strings(query.kql), query.strings, id)] : findings;
  } catch (problem) {
    return [{ id, severity: 'error', code: 'INPUT', message: `${where}: ${problem.message}`.slice(0, 300), line: 0, column: 0 }];
  }
}

function changed(meant, wanted, id) {
  if (JSON.stringify(meant) === JSON.stringify(wanted)) return [];
  const message = `the parser reads ${JSON.stringify(meant)}, not ${JSON.stringify(wanted)}`.slice(0, 300);
  return [{ id, severity: 'error', code: 'VALUE', message, line: 1, column: 1 }];
}

function main(words) {
  let least = 'suggestion';
  const files = [];
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--min') least = words.shift();
    else if (word.startsWith('--')) return usage(`unknown option ${word}`);
    else files.push(word);
  }
  if (!SEVERITIES.includes(least)) return usage('--min takes error, warning or information');
  let passed = 0;
  let failed = 0;
  for (const file of files.length > 0 ? files : [0]) {
    const name = file === 0 ? 'standard input' : file;
    fs.readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
      if (line.trim() === '') return;
      const findings = checkLine(line, `${name}:${index + 1}`);
      findings.some(finding => finding.severity === 'error') ? failed++ : passed++;
      findings.filter(finding => SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(least))
        .forEach(finding => console.log(JSON.stringify(finding)));
    });
  }
  console.error(`KQL: ${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function usage(problem) {
  console.error(`check.js: ${problem}`);
  return 2;
}

module.exports = { checkLine };
if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (problem) {
    process.exitCode = usage(problem.message);
  }
}
