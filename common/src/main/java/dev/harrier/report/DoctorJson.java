package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The machine contract of {@code doctor}: one JSON object per check. */
public final class DoctorJson {
    private DoctorJson() {}

    /** {@code {"target","check","state","finding","wayOut"}}; one line, without a line feed. */
    public static String line(String target, String check, String state, String finding, String wayOut) {
        ObjectNode json = Json.object();
        json.put("target", target);
        json.put("check", check);
        json.put("state", state);
        json.put("finding", finding);
        json.put("wayOut", wayOut);
        return Json.line(json);
    }
}
