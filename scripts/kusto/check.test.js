'use strict';

const assert = require('node:assert');
const test = require('node:test');
const { checkLine } = require('./check.js');

const errors = (kql, platform) => checkLine(JSON.stringify({ id: 'q', kql, platform }), 'test:1')
  .filter(finding => finding.severity === 'error');
const clean = (kql, platform) => assert.deepStrictEqual(errors(kql, platform), []);
const faulty = (kql, platform) => assert.notStrictEqual(errors(kql, platform).length, 0, `no error in ${kql}`);

test('accepts a query of each platform and of both', () => {
  clean('DeviceProcessEvents | where Timestamp > ago(1d) and FileName =~ "psexec.exe" | project DeviceName', 'defender');
  clean('DeviceProcessEvents | where TimeGenerated > ago(1d) | summarize count() by DeviceName', 'sentinel');
  clean('SecurityEvent | where EventID == 4688 | project Computer, NewProcessName, CommandLine', 'sentinel');
  clean('union DeviceFileEvents, SecurityEvent | take 1');
});

test('names the place of a misspelt column', () => {
  const [finding] = errors('DeviceProcessEvents\n| where FileNam == "a"', 'defender');
  assert.deepStrictEqual([finding.code, finding.line, finding.column], ['KS142', 2, 9]);
});

test('keeps the platforms apart', () => {
  faulty('DeviceProcessEvents | where TimeGenerated > ago(1d)', 'defender');
  faulty('SecurityEvent | take 1', 'defender');
});

test('refuses what an unescaped value does to a query', () => {
  faulty('DeviceProcessEvents | where FolderPath == "C:\\Windows"', 'defender');
  faulty('DeviceProcessEvents | where FileName == "a" or', 'defender');
  faulty('DeviceProcessEvents | where strlen(ProcessId) > 3', 'defender');
});

test('reads string literals back', () => {
  const read = (kql, strings) => checkLine(JSON.stringify({ id: 'q', kql, strings, platform: 'defender' }), 'test:1')
    .filter(finding => finding.code === 'VALUE').length;
  const kql = 'DeviceProcessEvents | where FileName =~ @"C:\\x ""q""" or FileName has "a\\u00A0\\"b\\n|"';
  assert.strictEqual(read(kql, ['C:\\x "q"', 'a\u00A0"b\n|']), 0);
  assert.strictEqual(read(kql, ['C:\\x "q"', 'a "b\n|']), 1);
  assert.strictEqual(read(kql, ['C:\\x "q"']), 1);
});

test('knows the ASIM functions, their parameters and columns', () => {
  clean('_Im_ProcessCreate(starttime=ago(1d), commandline_has_any=dynamic(["-enc"])) | project TargetProcessCommandLine', 'sentinel');
  clean('imDns | where DnsQuery has "evil" | project SrcIpAddr', 'sentinel');
  faulty('_Im_ProcessCreate(nosuch=1) | take 1', 'sentinel');
  faulty('imDns | where Nothing == 1', 'sentinel');
});

test('lets FileProfile take a column, and watchlists have any', () => {
  clean('DeviceFileEvents | invoke FileProfile(SHA1, 1000) | where GlobalPrevalence < 10', 'defender');
  clean("_GetWatchlist('hosts') | project SearchKey, Owner", 'sentinel');
});

test('leaves a type open on which the documents disagree', () => {
  clean('DeviceEvents | extend a = parse_json(AdditionalFields), b = strlen(AdditionalFields)', 'defender');
});

test('reports input that is not a query', () => {
  for (const line of ['{', '{"id":"x"}', '{"id":"x","kql":"print 1","platform":"splunk"}']) {
    assert.strictEqual(checkLine(line, 'f.jsonl:3')[0].code, 'INPUT');
  }
});
