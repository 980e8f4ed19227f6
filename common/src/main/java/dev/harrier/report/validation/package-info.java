/** A validation run, written for people and for machines: one class a format. Pure: a report in, a text out, the same bytes each time. */
package dev.harrier.report.validation;
