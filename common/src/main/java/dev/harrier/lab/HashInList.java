package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** One hash of Sysmon's list {@code SHA1=…,MD5=…}, in lower case; the list's own absence is no hash. */
record HashInList(int slot, String key) implements Spelling {
    /** A digest is in ASCII, whose lower case needs no text; what isn't is no digest, but kept all the same. */
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
        int digest = start + key.length();
        if (!ByteScan.begins(key, bytes, start, stop)) {
            to.shrink(begin);
        } else if (Utf8.isAscii(bytes, digest, stop)) {
            to.keepLowerCase(begin, digest, stop);
        } else {
            String text = new String(bytes, digest, stop - digest, UTF_8);
            to.shrink(begin);
            to.add(text.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String read(RawEvent event) {
        ByteText text = new ByteText(64);
        copyTo(event, text);
        return text.toString();
    }

    @Override
    public void use(RawEvent event) {
        event.use(slot);
    }
}
