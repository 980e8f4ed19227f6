package dev.harrier.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Parts a corpus in five by group, so that no report is both learnt from and measured with. */
public final class Folds {
    /** How many there are. */
    public static final int COUNT = 5;

    private final Map<String, Integer> folds = new HashMap<>();

    /** Groups that come near to the same number of members in every fold; the same seed gives the same folds. */
    public Folds(List<String> groupOfEach, long seed) {
        Map<String, Integer> sizes = new HashMap<>();
        groupOfEach.forEach(group -> sizes.merge(group, 1, Integer::sum));
        List<String> groups = new ArrayList<>(new TreeSet<>(groupOfEach));
        Collections.shuffle(groups, new Random(seed));
        groups.sort((a, b) -> sizes.get(b) - sizes.get(a));
        int[] loads = new int[COUNT];
        for (String group : groups) {
            int lightest = lightest(loads);
            folds.put(group, lightest);
            loads[lightest] += sizes.get(group);
        }
    }

    /** 0 to 4. */
    public int of(String group) {
        return folds.get(group);
    }

    private static int lightest(int[] loads) {
        int lightest = 0;
        for (int fold = 1; fold < loads.length; fold++) {
            if (loads[fold] < loads[lightest]) {
                lightest = fold;
            }
        }
        return lightest;
    }
}
