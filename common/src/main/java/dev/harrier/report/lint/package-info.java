/** What people, editors and pipelines read of a lint: a table, JSON, SARIF 2.1.0, JUnit, GitHub's annotations, and the page of codes. */
package dev.harrier.report.lint;
