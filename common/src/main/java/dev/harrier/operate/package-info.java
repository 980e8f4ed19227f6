/**
 * Steps 6 to 8 against real targets: render, plan, apply, count, judge, each for many hunts and targets at once, going on where one of
 * them fails. Talks to SIEMs only through {@code connector}, and prints nothing: what a person should know goes to {@link
 * dev.harrier.operate.Notices}.
 */
package dev.harrier.operate;
