namespace GraphQLTokens.Engine.Validation;

/// <summary>
/// How many single changes (insert, delete, replace, swap neighbours) lead from one word to another; a difference only in case counts
/// as one change. Only as exact as a threshold asks for, so that unlike words cost little.
/// </summary>
internal sealed class LexicalDistance(string input)
{
    private readonly string inputLower = input.ToLowerInvariant();
    private int[] before = new int[input.Length + 1];
    private int[] above = new int[input.Length + 1];
    private int[] current = new int[input.Length + 1];

    /// <summary>The distance, or null where it is beyond the threshold.</summary>
    public int? To(string option, int threshold)
    {
        if (input == option)
            return 0;
        var optionLower = option.ToLowerInvariant();
        if (inputLower == optionLower)
            return 1;
        if (Math.Abs(inputLower.Length - optionLower.Length) > threshold)
            return null;

        for (var column = 0; column <= inputLower.Length; column++)
            above[column] = column;
        for (var row = 1; row <= optionLower.Length; row++)
        {
            if (FillRow(optionLower, row) > threshold)
                return null;
            (before, above, current) = (above, current, before);
        }

        var distance = above[inputLower.Length];
        return distance <= threshold ? distance : null;
    }

    // Returns the smallest cell of the row: no later cell can be smaller.
    private int FillRow(string option, int row)
    {
        var smallest = current[0] = row;
        for (var column = 1; column <= inputLower.Length; column++)
        {
            var replace = above[column - 1] + (option[row - 1] == inputLower[column - 1] ? 0 : 1);
            var cell = Math.Min(Math.Min(above[column] + 1, current[column - 1] + 1), replace);
            var isSwap = row > 1 && column > 1 && option[row - 1] == inputLower[column - 2] && option[row - 2] == inputLower[column - 1];
            if (isSwap)
                cell = Math.Min(cell, before[column - 2] + 1);
            smallest = Math.Min(smallest, cell);
            current[column] = cell;
        }

        return smallest;
    }
}
