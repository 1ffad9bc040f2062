using System.Runtime.InteropServices;
using System.Text;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Files that only the account of this service may read, and that are on the disk when a method returns.</summary>
internal static partial class OwnFiles
{
    private const UnixFileMode FileAccessMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersMode =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const UnixFileMode DirectoryMode = FileAccessMode | UnixFileMode.UserExecute;

    public static void CreateDirectoryOf(string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, DirectoryMode);
    }

    /// <summary>Warns of a file with a secret, put there by somebody else, that others than this service's account may read or write. One that is not there is in nobody's hands.</summary>
    public static void WarnOfOthers(string path, ILogger logger)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & OthersMode) != 0)
            LogOthers(logger, path);
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileAccessMode;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Writes the file whole or not at all: under another name first, flushed, then renamed, and the rename flushed too
    /// (a rename is in the directory, which the file's own flush does not cover).
    /// </summary>
    public static void WriteDurably(string path, string text)
    {
        CreateDirectoryOf(path);
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        using (var file = Open(unfinished, FileMode.CreateNew, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        if (!OperatingSystem.IsWindows())
            FlushDirectory(Path.GetDirectoryName(path)!);
    }

    [LoggerMessage(LogLevel.Warning, "{File} holds a secret, and others than the service's account may read or write it: chmod 600.")]
    private static partial void LogOthers(ILogger logger, string file);

    /// <summary>.NET opens no directory, so the C library does. A file system that cannot flush directories needs no such flush.</summary>
    private static void FlushDirectory(string directory)
    {
        var descriptor = OpenDescriptor(Encoding.UTF8.GetBytes(directory + '\0'), 0);
        if (descriptor < 0)
            return;
        _ = Flush(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenDescriptor(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
