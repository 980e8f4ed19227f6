package dev.harrier.assess;

/** A small system of linear equations with a positive definite matrix. */
final class Equations {
    private Equations() {}

    /** Gauss and Jordan's elimination; overwrites both arguments. */
    static double[] solve(double[][] matrix, double[] right) {
        for (int pivot = 0; pivot < right.length; pivot++) {
            divide(matrix, right, pivot);
            for (int row = 0; row < right.length; row++) {
                if (row != pivot) {
                    subtract(matrix, right, pivot, row);
                }
            }
        }
        return right;
    }

    private static void divide(double[][] matrix, double[] right, int pivot) {
        double by = matrix[pivot][pivot];
        for (int column = 0; column < right.length; column++) {
            matrix[pivot][column] /= by;
        }
        right[pivot] /= by;
    }

    private static void subtract(double[][] matrix, double[] right, int pivot, int row) {
        double times = matrix[row][pivot];
        for (int column = 0; column < right.length; column++) {
            matrix[row][column] -= times * matrix[pivot][column];
        }
        right[row] -= times * right[pivot];
    }
}
