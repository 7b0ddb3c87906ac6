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

    /// <summary>Whether what was answered for also survives the machine losing power, not only the process being killed.</summary>
    /// <value>
    /// <see langword="false"/>. When true, every group of commits waits for the disk (<c>synchronous=FULL</c>): safe, and
    /// slower by what one flush of the disk takes.
    /// </value>
    public bool PowerSafe { get; set; }

    /// <summary>Days for which is remembered what a customer wrote about, counted from their last message.</summary>
    /// <value>180. 0 remembers nothing; less makes customers strangers sooner. What is older is deleted.</value>
    [Range(0, 3650, ErrorMessage = "MemoryDays must be from 0 (nothing is remembered) to 3650.")]
    public int MemoryDays { get; set; } = 180;

    /// <summary>Days for which the audit log of the desk is kept.</summary>
    /// <value>365. What is older is deleted; at least 30.</value>
    [Range(30, 36500, ErrorMessage = "AuditDays must be from 30 to 36500.")]
    public int AuditDays { get; set; } = 365;
}
