using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphQLTokens.Service.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RememberedCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "remembered_calls",
                columns: table => new
                {
                    TokenId = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ValueGeneration = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Rights = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedValue = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedAnswer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remembered_calls", x => new { x.TokenId, x.KeyHash });
                    table.ForeignKey(
                        name: "FK_remembered_calls_tokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "tokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "remembered_calls_by_end",
                table: "remembered_calls",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "remembered_calls");
        }
    }
}
