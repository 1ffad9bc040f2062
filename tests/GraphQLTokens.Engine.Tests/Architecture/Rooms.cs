namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>
/// Rooms are the folders directly under a project, hence the first name after the root namespace; what lies in the root itself is the room <c>""</c>.
/// Each room has a list of rooms that it may name.
/// </summary>
public sealed class Rooms(string rootNamespace, IReadOnlyDictionary<string, string[]> mayName)
{
    /// <summary>Uses between rooms that the directions do not allow, rooms that nobody declared included.</summary>
    public IReadOnlyList<string> Breaches(IEnumerable<TypeUse> uses) =>
    [
        .. from use in uses
           let user = Room(use.UserNamespace)
           let used = Room(use.UsedNamespace)
           where user is not null && used is not null && user != used
           where !mayName.TryGetValue(user, out var allowed) || !allowed.Contains(used)
           select use.ToString(),
    ];

    /// <summary>The room of a namespace; null outside of the project.</summary>
    public string? Room(string name)
    {
        if (name == rootNamespace)
            return "";
        return name.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? name[(rootNamespace.Length + 1)..].Split('.')[0] : null;
    }
}
