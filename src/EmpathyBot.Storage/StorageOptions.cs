using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Storage;

/// <summary>Where and how conversations are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file. A relative path counts from the content root; a missing folder is made.</summary>
    /// <value>
    /// <c>App_Data/empathybot.db</c>. Another path is another, at first empty, memory: move the file along (with its
    /// <c>-wal</c> file, while nothing runs) to keep conversations, signing keys and attachments.
    /// </value>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Path is empty: name the SQLite file, for example App_Data/empathybot.db.")]
    [StringLength(1024, ErrorMessage = "Path is longer than 1024 characters.")]
    public string Path { get; set; } = "App_Data/empathybot.db";

    /// <summary>Connection string of a PostgreSQL database that is used instead of the file, by as many nodes as are started.</summary>
    /// <value>
    /// Empty: the file. Else, for example, <c>Host=db;Database=empathybot;Username=bot;Password=…</c>; the database must be
    /// there and be the bot's alone, its tables are made at start.
    /// </value>
    [StringLength(4096, ErrorMessage = "PostgreSql is longer than 4096 characters.")]
    public string PostgreSql { get; set; } = "";

    /// <summary>True when the database is PostgreSQL.</summary>
    public bool UsesPostgreSql => !string.IsNullOrWhiteSpace(PostgreSql);

    /// <summary>Seconds after which the turns of a node that fell silent are run by another. Counts with PostgreSQL only.</summary>
    /// <value>
    /// 15. Less: customers of a killed node wait shorter, and a node that stalls for a moment loses its turns. At least 2.
    /// </value>
    [Range(2, 600, ErrorMessage = "LeaseSeconds must be from 2 to 600.")]
    public int LeaseSeconds { get; set; } = 15;

    /// <summary>Whether what was answered for also survives the machine losing power, not only the process being killed.</summary>
    /// <value>
    /// <see langword="false"/>. When true, every group of commits waits for the disk (<c>synchronous=FULL</c>): safe, and
    /// slower by what one flush of the disk takes. With PostgreSQL its own setting <c>synchronous_commit</c> decides.
    /// </value>
    public bool PowerSafe { get; set; }

    /// <summary>Days for which is remembered what a customer wrote about, counted from their last message.</summary>
    /// <value>180. 0 remembers nothing; less makes customers strangers sooner. What is older is deleted.</value>
    [Range(0, 3650, ErrorMessage = "MemoryDays must be from 0 (nothing is remembered) to 3650.")]
    public int MemoryDays { get; set; } = 180;

    /// <summary>Days for which a conversation is kept after the last thing that happened in it, with its files and handoffs.</summary>
    /// <value>
    /// 730. 0 keeps conversations until they are erased. What is older is deleted within an hour; a conversation that waits for a
    /// person or is with one stays until that has ended.
    /// </value>
    [Range(0, 36500, ErrorMessage = "ConversationDays must be from 0 (kept until erased) to 36500.")]
    public int ConversationDays { get; set; } = 730;

    /// <summary>Days for which the audit log of the desk is kept.</summary>
    /// <value>365. What is older is deleted; at least 30.</value>
    [Range(30, 36500, ErrorMessage = "AuditDays must be from 30 to 36500.")]
    public int AuditDays { get; set; } = 365;
}
