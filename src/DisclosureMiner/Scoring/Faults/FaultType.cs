namespace DisclosureMiner.Scoring.Faults;

/// <summary>What people do wrong when they type a disclosure.</summary>
public enum FaultType
{
    /// <summary>One digit of a number is another.</summary>
    DigitWrong,

    /// <summary>Two neighbouring digits have changed places.</summary>
    DigitsSwapped,

    /// <summary>One digit is missing.</summary>
    DigitDropped,

    /// <summary>One digit stands twice.</summary>
    DigitDoubled,

    /// <summary>The decimal point stands one place off.</summary>
    PointMoved,

    /// <summary>元 for 万元, or the other way round.</summary>
    UnitSlip,

    /// <summary>Last year's amount was left in.</summary>
    PriorYearKept,

    /// <summary>The rate of the item before, or of the total, was copied down.</summary>
    RateCopied,

    /// <summary>A share was worked out from another whole.</summary>
    WrongBase,

    /// <summary>The value of the next row, or of the next figure of its kind.</summary>
    NeighbourValue,

    /// <summary>增加 for 减少, or the other way round.</summary>
    DirectionFlipped,

    /// <summary>持平 was left standing before a change.</summary>
    FlatLeftOver,

    /// <summary>An alternative of the form was left unresolved: 增加（减少）.</summary>
    TemplateLeftOver,

    /// <summary>Two neighbouring values of a row have changed places.</summary>
    ColumnsSwapped,

    /// <summary>A part was changed wherever it is printed, its total was not.</summary>
    TotalNotUpdated,

    /// <summary>A row of a table, or an item of a list, is missing.</summary>
    ItemMissing,

    /// <summary>The note of an empty table speaks of another fund.</summary>
    StaleNote,

    /// <summary>A title or heading names the year before.</summary>
    ForeignYear,

    /// <summary>A title or heading names another body.</summary>
    ForeignName,
}
