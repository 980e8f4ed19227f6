package dev.harrier.lab;

import java.util.Locale;

/** One hash of Sysmon's list {@code SHA1=…,MD5=…}, in lower case; the list's own absence is no hash. */
record HashInList(int slot, String key) implements Spelling {
    /** A digest is in ASCII; what isn't is taken as a text. */
    @Override
    public void copyTo(RawEvent event, ByteText to) {
        int begin = to.length();
        event.copyTo(slot, to);
        byte[] bytes = to.bytes();
        int end = to.length();
        int start = begin;
        int stop = ByteScan.first((byte) ',', bytes, start, end);
        while (stop < end && !ByteScan.begins(key, bytes, start, stop)) {
            start = stop + 1;
            stop = ByteScan.first((byte) ',', bytes, start, end);
        }
        if (!Utf8.isAscii(bytes, start, stop)) {
            to.shrink(begin);
            to.add(read(event));
        } else if (ByteScan.begins(key, bytes, start, stop)) {
            to.keepLowerCase(begin, start + key.length(), stop);
        } else {
            to.shrink(begin);
        }
    }

    @Override
    public String read(RawEvent event) {
        for (String entry : event.value(slot).split(",", -1)) {
            if (entry.startsWith(key)) {
                return entry.substring(key.length()).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    @Override
    public void use(RawEvent event) {
        event.use(slot);
    }
}
