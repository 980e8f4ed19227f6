package dev.harrier.lab;

import java.util.function.ToIntFunction;

/** One place where a field's value may be found in a record. */
interface Spelling {
    /** The value, or the empty text where this record doesn't have it here. */
    String read(RawEvent event);

    /** Adds the value to a text; nothing where this record doesn't have it here. */
    default void copyTo(RawEvent event, ByteText to) {
        to.add(read(event));
    }

    /** Says that the value was taken, see {@link RawEvent#use}. */
    void use(RawEvent event);

    /** Parses the notation of {@code event-sources.tsv}. */
    static Spelling parse(String text, ToIntFunction<String> slots) {
        if (text.startsWith("*hash:")) {
            return new HashInList(slots.applyAsInt("Hashes"), text.substring("*hash:".length()) + "=");
        }
        if (text.startsWith("*hive:")) {
            return new ShortHive(parse(text.substring("*hive:".length()), slots));
        }
        if (text.startsWith("*account:")) {
            return new KnownAccount(parse(text.substring("*account:".length()), slots));
        }
        if (text.startsWith("*kept:")) {
            return new Kept(parse(text.substring("*kept:".length()), slots));
        }
        if (text.indexOf('+') > 0) {
            return new Glued(parse(before(text, '+'), slots), " ", parse(behind(text, '+'), slots));
        }
        if (text.indexOf('~') > 0) {
            return new Glued(parse(before(text, '~'), slots), "", parse(behind(text, '~'), slots));
        }
        int join = text.indexOf('\\');
        if (join < 0) {
            return new Plain(slots.applyAsInt(text));
        }
        boolean unlessThere = text.startsWith("\\?", join);
        int left = slots.applyAsInt(text.substring(0, join));
        int right = slots.applyAsInt(text.substring(join + (unlessThere ? 2 : 1)));
        return new Joined(left, right, unlessThere);
    }

    private static String before(String text, char mark) {
        return text.substring(0, text.indexOf(mark));
    }

    private static String behind(String text, char mark) {
        return text.substring(text.indexOf(mark) + 1);
    }

    /** Two values that only mean something together: a date and a time, a host and a path. */
    record Glued(Spelling left, String between, Spelling right) implements Spelling {
        @Override
        public String read(RawEvent event) {
            String start = left.read(event);
            String end = right.read(event);
            return start.isEmpty() || end.isEmpty() ? "" : start + between + end;
        }

        @Override
        public void use(RawEvent event) {
            left.use(event);
            right.use(event);
        }
    }

    /** A field as it is. */
    record Plain(int slot) implements Spelling {
        @Override
        public String read(RawEvent event) {
            return event.value(slot);
        }

        @Override
        public void copyTo(RawEvent event, ByteText to) {
            event.copyTo(slot, to);
        }

        @Override
        public void use(RawEvent event) {
            event.use(slot);
        }
    }

    /** Two fields with a backslash between them, and one alone if the other is absent: an account's name, or a file's folder. */
    record Joined(int left, int right, boolean unlessThere) implements Spelling {
        @Override
        public String read(RawEvent event) {
            String start = event.value(left);
            String end = event.value(right);
            if (unlessThere && (end.isEmpty() || start.isEmpty())) {
                return start;
            }
            if (end.isEmpty() || start.isEmpty() || start.equals("-")) {
                return end;
            }
            return unlessThere && endsWith(start, end) ? start : start + "\\" + end;
        }

        private static boolean endsWith(String path, String name) {
            return path.regionMatches(true, path.length() - name.length(), name, 0, name.length());
        }

        @Override
        public void use(RawEvent event) {
            event.use(left);
            event.use(right);
        }
    }

    /** A registry path with its hive in Sysmon's word. */
    record ShortHive(Spelling path) implements Spelling {
        @Override
        public String read(RawEvent event) {
            return RegistryHive.shortened(path.read(event));
        }

        @Override
        public void use(RawEvent event) {
            path.use(event);
        }
    }

    /** A value that stays among the others: who or where, of events whose fields are looked up by their own names. */
    record Kept(Spelling value) implements Spelling {
        @Override
        public String read(RawEvent event) {
            return value.read(event);
        }

        @Override
        public void use(RawEvent event) {
            // Others look for it under its own name.
        }
    }

    /** An account, where {@code -} means that Windows knows none. */
    record KnownAccount(Spelling account) implements Spelling {
        @Override
        public String read(RawEvent event) {
            String name = account.read(event);
            return name.equals("-") ? "" : name;
        }

        @Override
        public void copyTo(RawEvent event, ByteText to) {
            int begin = to.length();
            account.copyTo(event, to);
            if (to.length() == begin + 1 && to.bytes()[begin] == '-') {
                to.shrink(begin);
            }
        }

        @Override
        public void use(RawEvent event) {
            account.use(event);
        }
    }
}
