package dev.harrier.sentinel.dialect;

/**
 * What stands between terms: every character but letters and digits. Exact up to U+00FF; beyond, it goes by Unicode's blocks of
 * punctuation, symbols and pictures, so that combining marks belong to the word that they stand in. A regex of all letters' ranges
 * (Unicode's classes L and N) means the same in every script that a log is likely to hold, but takes RE2 some ten milliseconds to
 * compile, and DuckDB compiles a regex four times per query.
 */
final class TermBorder {
    /** A regex's class of one such character, which has no case. */
    static final String CLASS = "["
            + "\\x00-/:-@\\[-`{-\\x{a9}\\x{ab}-\\x{b1}\\x{b4}\\x{b6}-\\x{b8}\\x{bb}\\x{bf}\\x{d7}\\x{f7}"
            + "\\x{2000}-\\x{206f}\\x{20a0}-\\x{20cf}\\x{2190}-\\x{245f}\\x{2500}-\\x{2775}\\x{2794}-\\x{2bff}"
            + "\\x{2e00}-\\x{2e7f}\\x{3000}-\\x{3004}\\x{3008}-\\x{3020}\\x{3030}"
            + "\\x{e000}-\\x{f8ff}\\x{fd3e}\\x{fd3f}\\x{fe10}-\\x{fe6f}"
            + "\\x{ff00}-\\x{ff0f}\\x{ff1a}-\\x{ff20}\\x{ff3b}-\\x{ff40}\\x{ff5b}-\\x{ff65}\\x{ffe0}-\\x{ffff}"
            + "\\x{1f000}-\\x{1f0ff}\\x{1f300}-\\x{1faff}"
            + "]";

    private TermBorder() {}
}
